/**
 * Lint rules of this project's own, run by oxlint.
 *
 * `no-clock-or-chance`: code in core gets the time as `now` and everything else as arguments, so that the
 * server, the browser and a test come to the same result.
 */
const impure = new Map([
  ['performance', 'reads a clock'],
  ['crypto', 'is random'],
  ['process', "is the machine's"],
  ['globalThis', 'hides where a value comes from'],
  ['fetch', 'is I/O'],
  ['setTimeout', 'waits on a clock'],
  ['setInterval', 'waits on a clock'],
  ['setImmediate', 'waits on the event loop'],
  ['queueMicrotask', 'waits on the event loop'],
]);

const noClockOrChance = {
  create(context) {
    return {
      'Program:exit'(program) {
        for (const { identifier } of context.sourceCode.getScope(program).through) {
          const why = impurity(identifier);
          if (!why) continue;
          const message = `core is pure: ${identifier.name} ${why}; take the value as an argument`;
          context.report({ node: identifier, message });
        }
      },
    };
  },
};

/** Why this use of a global is refused, or undefined where it is harmless. */
function impurity(identifier) {
  if (identifier.name === 'Date') return isPureDate(identifier) ? undefined : 'reads the clock here';
  if (identifier.name === 'Math') return isPureMath(identifier) ? undefined : 'may be random here';
  return impure.get(identifier.name);
}

/** As a type, in `instanceof`, `new Date(argument)`, `Date.UTC` and `Date.parse`. */
function isPureDate(identifier) {
  const { parent } = identifier;
  if (parent.type.startsWith('TS') || parent.type === 'BinaryExpression') return true;
  if (parent.type === 'NewExpression') return parent.callee !== identifier || parent.arguments.length > 0;
  return ['UTC', 'parse', 'prototype'].includes(memberOf(identifier));
}

function isPureMath(identifier) {
  const member = memberOf(identifier);
  return member !== undefined && member !== 'random';
}

/** `name` in `identifier.name`; undefined when the identifier is used in another way. */
function memberOf(identifier) {
  const { parent } = identifier;
  return parent.type === 'MemberExpression' && parent.object === identifier && !parent.computed
    ? parent.property.name
    : undefined;
}

export default { meta: { name: 'yinuo' }, rules: { 'no-clock-or-chance': noClockOrChance } };
