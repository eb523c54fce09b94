import { expect, test } from 'vitest';
import { isPlaceOrPerson } from '../../nlp/place-or-person.ts';

test.each(['Indiana', 'Lisbon', 'Tim Hassel'])('%s is no shop that a list has forgotten', name => {
  expect(isPlaceOrPerson(name)).toBe(true);
});

test.each(['Brennick', 'Marlo & Pike', 'Texas Roadhouse', 'Oakhallow'])('%s may be one', name => {
  expect(isPlaceOrPerson(name)).toBe(false);
});
