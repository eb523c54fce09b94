import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSharing } from '#incidents/sharing.ts';

test('what shares features is found with how many it shares, whatever was put in', () => {
  const features = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
  fc.assert(
    fc.property(fc.array(features, { maxLength: 12 }), features, (things, asked) => {
      const sharing = createSharing(things.length);
      for (const thing of things) {
        sharing.countsFor(asked);
        sharing.add(thing);
      }
      const expected = things.map(thing => thing.filter(feature => asked.includes(feature)).length);
      expect([...sharing.countsFor(asked)]).toEqual(expected);
    }),
  );
});
