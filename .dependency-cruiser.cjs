// The walls between rooms, as rules. Layers of the server, lowest first; calls go down only.
const layers = [
  ['access'],
  ['people'],
  ['court'],
  ['programs'],
  ['intake', 'work-release', 'money', 'equipment'],
  ['home'],
  ['monitoring'],
  ['desk'],
]
const rooms = layers.flat()

const upward = layers.flatMap((layer, height) => {
  const above = layers.slice(height + 1).flat()
  if (above.length === 0) return []
  return [
    {
      name: `no-call-up-from-${layer.join('-')}`,
      comment: 'Calls go down the layers. What goes up is a line in subscriptions.ts.',
      severity: 'error',
      from: { path: `^packages/server/(${layer.join('|')})/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^packages/server/(${above.join('|')})/` },
    },
  ]
})

const doors = rooms.map((room) => ({
  name: `enter-${room}-through-its-index`,
  comment: 'A room is entered through its index.ts.',
  severity: 'error',
  from: {
    path: '^packages/server/',
    pathNot: [
      `^packages/server/${room}/`,
      '^packages/server/(testing|cli|launcher|demonstration)/',
      // What lays out a room's tests may lay them out with another room's.
      '^packages/server/[^/]+/testing/',
      '\\.test\\.ts$',
    ],
  },
  to: { path: `^packages/server/${room}/`, pathNot: [`^packages/server/${room}/index\\.ts$`] },
}))

// The platform names who acts and what a session is: these few files of access, and no other room.
const platformNeeds = '^packages/server/access/(permissions|session|sign-in)\\.ts$'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$' },
      to: {
        circular: true,
        dependencyTypesNot: ['type-only'],
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    },
    {
      name: 'law-is-pure',
      comment:
        'The law imports nothing of ours and does no I/O: days and facts are arguments. What reads its worked cases serves tests.',
      severity: 'error',
      from: { path: '^packages/law/', pathNot: ['\\.test\\.ts$', '^packages/law/(cases|testing)/'] },
      to: {
        pathNot: [
          '^packages/law/(?!cases/|testing/)',
          'node_modules/temporal-polyfill',
          'node_modules/temporal-spec',
        ],
      },
    },
    {
      name: 'watch-is-pure',
      comment:
        'The watch imports nothing of ours and does no I/O: instants are arguments. Its commands may read files.',
      severity: 'error',
      from: { path: '^packages/watch/', pathNot: ['\\.test\\.ts$', '^packages/watch/(command|testing)/'] },
      to: {
        pathNot: [
          '^packages/watch/(?!command/|testing/)',
          'node_modules/temporal-polyfill',
          'node_modules/temporal-spec',
        ],
      },
    },
    {
      name: 'simulator-is-pure',
      comment: 'The simulator knows the watch and nothing else of ours, and does no I/O.',
      severity: 'error',
      from: { path: '^packages/simulator/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^packages/simulator/', '^packages/watch/index\\.ts$'] },
    },
    {
      name: 'web-knows-the-interface-only',
      comment: 'Pages talk to the office through the generated client.',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^packages/server/' },
    },
    {
      name: 'server-knows-no-page',
      severity: 'error',
      from: { path: '^packages/server/', pathNot: '^packages/server/launcher/' },
      to: { path: '^packages/web/' },
    },
    {
      name: 'platform-is-under-all',
      severity: 'error',
      from: { path: '^packages/server/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: `^packages/server/(${rooms.join('|')})/`, pathNot: platformNeeds },
    },
    ...upward,
    ...doors.map((door) =>
      door.name === 'enter-access-through-its-index'
        ? {
            ...door,
            from: {
              ...door.from,
              pathNot: [...door.from.pathNot, '^packages/server/platform/', '^packages/server/office\\.ts$'],
            },
          }
        : door,
    ),
    {
      name: 'tests-are-not-needed-to-run',
      severity: 'error',
      from: {
        pathNot: ['\\.test\\.ts$', '/testing/', '^(e2e|bench|tools)/', '\\.config\\.ts$', '\\.e2e\\.ts$'],
      },
      to: { path: ['\\.test\\.ts$', '^packages/server/testing/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
