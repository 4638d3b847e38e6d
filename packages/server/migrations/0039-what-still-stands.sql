-- monitoring: what a unit sent and the office could not take may say where somebody was: opening it is a look.
alter table monitoring.look drop constraint look_scope;
alter table monitoring.look add constraint look_scope
  check (scope in ('map', 'moment', 'person', 'day', 'alarm', 'what-if', 'export', 'message'));
