/** A term of the program contract in both languages. A violation names the term that was broken (EMP-4.3). */
export interface Term {
  code: string
  clause: string
  /** Our own words, where the source names the matter and no text. */
  own: boolean
  en: string
  es: string
}

/** The terms of every contract, in the order in which they are printed. */
export const standardTerms: readonly Term[] = [
  {
    code: 'stay-home',
    clause: 'EMP-1.2',
    own: false,
    en: 'I stay at home at all times, except for absences that were approved beforehand.',
    es: 'Permanezco en mi casa en todo momento, salvo en las ausencias aprobadas de antemano.',
  },
  {
    code: 'answer-for-time',
    clause: 'EMP-0.1',
    own: false,
    en: 'I answer for all my time, 24 hours a day, seven days a week.',
    es: 'Respondo por todo mi tiempo, las 24 horas del día, los siete días de la semana.',
  },
  {
    code: 'equipment',
    clause: 'EMP-8.6',
    own: true,
    en: 'I wear the unit at all times. I do not open, cut, cover or stretch it, and I let nobody else do so.',
    es: 'Uso la unidad en todo momento. No la abro, corto, cubro ni estiro, y no permito que otra persona lo haga.',
  },
  {
    code: 'charging',
    clause: 'EMP-8.7',
    own: true,
    en: 'I keep the unit charged, and I call this office at once when it does not work.',
    es: 'Mantengo cargada la unidad y llamo de inmediato a esta oficina cuando no funciona.',
  },
  {
    code: 'visits',
    clause: 'EMP-5.1',
    own: false,
    en: 'I open the door to the deputies at any hour, and they may visit me at home and at work.',
    es: 'Abro la puerta a los agentes a cualquier hora, y ellos pueden visitarme en casa y en el trabajo.',
  },
  {
    code: 'search',
    clause: 'EMP-4.2',
    own: false,
    en: 'My home, my vehicle and I may be searched, and what is not allowed may be seized.',
    es: 'Mi casa, mi vehículo y mi persona pueden ser registrados, y lo que no esté permitido puede ser decomisado.',
  },
  {
    code: 'tests',
    clause: 'EMP-4.2',
    own: false,
    en: 'I take each breath and drug test that I am told to take.',
    es: 'Me someto a cada prueba de aliento y de drogas que se me ordene.',
  },
  {
    code: 'household',
    clause: 'EMP-3.3',
    own: true,
    en: 'I tell this office before I move and before another adult moves in with me.',
    es: 'Aviso a esta oficina antes de mudarme y antes de que otra persona adulta venga a vivir conmigo.',
  },
  {
    code: 'occupation',
    clause: 'EMP-0.4',
    own: true,
    en: 'I go to my work, school or treatment as it was approved, by the direct way, and come straight home.',
    es: 'Voy al trabajo, a la escuela o al tratamiento según lo aprobado, por el camino directo, y regreso directamente a casa.',
  },
  {
    code: 'violation',
    clause: 'SCC-2.D',
    own: false,
    en: 'If I fail to follow the rules I may be returned to custody, and I may lose good-time credits.',
    es: 'Si no cumplo las reglas puedo ser devuelto a custodia y puedo perder créditos por buena conducta.',
  },
  {
    code: 'inability-to-pay',
    clause: 'SCC-2.C1',
    own: false,
    en: 'I am never returned to custody because I am unable to pay.',
    es: 'Nunca seré devuelto a custodia por no tener capacidad de pago.',
  },
  {
    code: 'voluntary',
    clause: 'SCC-1.A',
    own: true,
    en: 'I take part voluntarily. If I withdraw, I serve the rest in custody.',
    es: 'Participo voluntariamente. Si me retiro, cumplo el resto en custodia.',
  },
]
