/**
 * Asks together what is asked for in one turn of the event loop: each question once, all of them by one call of `read`,
 * which is made after the last of them was asked.
 *
 * @param read the answers in the order of the questions
 */
export const together = <A>(
  read: (questions: readonly string[]) => Promise<readonly A[]>,
): ((question: string) => Promise<A>) => {
  let asked = new Map<string, number>();
  let answers: Promise<readonly A[]> | undefined;

  const send = (): Promise<readonly A[]> =>
    new Promise((resolve, reject) => {
      setImmediate(() => {
        const questions = [...asked.keys()];
        [asked, answers] = [new Map(), undefined];
        read(questions).then(resolve, reject);
      });
    });

  return async question => {
    const place = asked.get(question) ?? asked.size;
    asked.set(question, place);
    answers ??= send();
    const found = (await answers)[place];
    if (found === undefined) throw new Error('a question that was asked together with others has no answer');
    return found;
  };
};
