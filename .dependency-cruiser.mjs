/**
 * Which layer may import which: the table in CONTRIBUTING.md, as rules.
 * A layer that isn't listed under `may` is closed to it; packages are governed by the rules further down.
 */
const layers = [
  { name: 'core', path: '^core/', may: [] },
  { name: 'server/platform', path: '^server/platform/', may: ['^core/'] },
  { name: 'server/modules', path: '^server/modules/', may: ['^core/', '^server/platform/'] },
  { name: 'server/app', path: '^server/[^/]+$', may: ['^core/', '^server/(platform|modules)/'] },
  { name: 'live', path: '^live/', may: ['^core/'] },
  { name: 'web', path: '^web/', may: ['^core/', '^live/'] },
  { name: 'widget', path: '^widget/', may: ['^core/', '^live/'] },
  ...['cli', 'demo', 'bench'].map((name) => ({
    name,
    path: `^${name}/`,
    may: [
      '^(core|live|cli|demo|bench)/',
      '^server/main\\.ts$',
      '^server/platform/',
      '^server/modules/[^/]+/index\\.ts$',
    ],
  })),
];

/** A module may import those before it in this list; what happens to the right of it is a reaction. */
const modules = [
  'customers',
  'commerce',
  'team',
  'standard',
  'manual',
  'conversations',
  'operations',
  'search',
  'tickets',
  'selling',
  'channels',
  'insights',
];

const ours = '^(core|server|live|web|widget|cli|demo|bench|setup|scripts|test)/';
const product = '^(core|server|live|web|widget|cli)/';
// What tests of one folder share stands beside them as testing.ts.
const tests = '(\\.test\\.tsx?|/testing\\.ts)$';

const layerRules = layers.map(({ name, path, may }) => ({
  name: `${name}-imports-only-its-own`,
  severity: 'error',
  comment: may.length
    ? `${name} may import itself and ${may.join(', ')}`
    : `${name} imports nothing outside itself`,
  from: { path, pathNot: tests },
  to: { path: ours, pathNot: [path, ...may] },
}));

/** Tests see all of their own top folder and test/, and what that folder's code may import. */
const testRules = ['core', 'server', 'live', 'web', 'widget', 'cli', 'demo', 'bench'].map((top) => ({
  name: `${top}-tests-stay-in-${top}`,
  severity: 'error',
  comment: `tests in ${top} may import ${top}, test/ and what ${top} itself may import`,
  from: { path: `^${top}/.*${tests}` },
  to: {
    path: ours,
    pathNot: [
      `^${top}/`,
      '^test/',
      // A server is tried with the client that it has in real life.
      ...(top === 'server' ? ['^live/'] : []),
      ...layers.filter((layer) => layer.path.startsWith(`^${top}/`)).flatMap((layer) => layer.may),
    ],
  },
}));

const orderRules = modules.slice(0, -1).map((module, at) => ({
  name: `${module}-imports-only-to-its-left`,
  severity: 'error',
  comment: `modules stand in a row (${modules.join(', ')}); one imports those to its left, the right reacts to events`,
  from: { path: `^server/modules/${module}/`, pathNot: tests },
  to: { path: `^server/modules/(${modules.slice(at + 1).join('|')})/` },
}));

export default {
  forbidden: [
    ...layerRules,
    ...testRules,
    ...orderRules,
    {
      name: 'module-in-the-row',
      severity: 'error',
      comment: 'a new module needs its place in the list of modules in .dependency-cruiser.mjs',
      from: { path: '^server/modules/[^/]+/', pathNot: `^server/modules/(${modules.join('|')})/` },
      to: {},
    },
    {
      name: 'module-by-its-door',
      severity: 'error',
      comment: 'a module is imported by others only through its index.ts',
      from: { path: '^server/modules/([^/]+)/', pathNot: tests },
      to: { path: '^server/modules/[^/]+/(?!index\\.ts$)', pathNot: '^server/modules/$1/' },
    },
    {
      name: 'module-by-its-door-from-outside',
      severity: 'error',
      comment: 'a module is imported by others only through its index.ts',
      from: { path: ours, pathNot: ['^server/modules/', '^server/.*' + tests, '^test/'] },
      to: { path: '^server/modules/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'core uses no package and nothing of Node',
      from: { path: '^core/', pathNot: tests },
      to: { pathNot: '^core/', couldNotResolve: false },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      comment: 'test/, tests and testing.ts are for tests',
      from: { path: product, pathNot: [tests] },
      to: { path: ['^test/', tests] },
    },
    {
      name: 'no-development-package-in-the-product',
      severity: 'error',
      comment: 'what runs at a shop is a dependency, not a development dependency',
      from: { path: product, pathNot: [tests, '\\.config\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment: 'a package that package.json does not name may vanish with the next install',
      from: { path: ours },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolved-import',
      severity: 'error',
      comment: 'the imported file or package does not exist',
      from: { path: ours },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'two files that import one another are one file, or hide a third',
      from: { path: ours },
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
