import nlp from 'compromise/two';

/**
 * Whether a name that no list has is a place ("Indiana"), a day of the calendar ("Halloween") or a person ("Tim Hassel"), by compromise's lexicon and tagger:
 * then it is no shop, however close a word for shops stands. Names of several words that only begin with a place
 * ("Texas Grill") are left in.
 */
export const isPlaceOrPerson = (name: string): boolean => {
  const words = name.split(' ').length;
  const tagged = nlp(name);
  return words === 1 ? tagged.has('^(#Place|#Holiday|#Date)$') : tagged.has('^#FirstName #LastName$');
};
