import type { Shape } from '../../../sandbox/wire/shapes.js';

/** Shapes that contain themselves end here: so deep, structures have no members that are structures. */
const deepest = 10;

/** A value with every member of a shape in it, each scalar different, so that nothing can be mistaken for another. */
export function synthesize(shape: Shape): object {
  let count = 0;
  const make = (current: Shape, depth: number): unknown => {
    count++;
    switch (current.kind) {
      case 'structure':
        return structure(current, depth);
      case 'list':
        return depth > deepest ? [] : [make(current.item, depth + 1), make(current.item, depth + 1)];
      case 'map':
        return {
          [`key ${count}`]: make(current.value, depth + 1),
          [`<other & ${count}>`]: make(current.value, depth + 1),
        };
      case 'timestamp':
        return new Date(Date.UTC(2026, 0, 1) + count * 1000);
      case 'blob':
        return new TextEncoder().encode(`bytes ${count}`);
      case 'number':
        return count;
      case 'boolean':
        return count % 2 === 0;
      default:
        return `text <${count}> & "more"`;
    }
  };
  const structure = ({ members }: Extract<Shape, { kind: 'structure' }>, depth: number): object => {
    const isScalar = (kind: Shape['kind']) => kind !== 'structure' && kind !== 'list' && kind !== 'map';
    const chosen = [...members.values()].filter((member) => depth < deepest || isScalar(member.shape.kind));
    return Object.fromEntries(chosen.map((member) => [member.name, make(member.shape, depth + 1)]));
  };
  return make(shape, 0) as object;
}
