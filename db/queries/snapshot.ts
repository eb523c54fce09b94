const SNAPSHOT = /^[1-9]\d{0,17}:[1-9]\d{0,17}:(?:\d{1,18}(?:,\d{1,18}){0,200})?$/;

/** Whether a text is one that Postgres reads as a `pg_snapshot`: `xmin:xmax:xip,xip`, in order. */
export const isSnapshot = (text: string): boolean => {
  if (!SNAPSHOT.test(text)) return false;
  const [xmin = '', xmax = '', running = ''] = text.split(':');
  const inside = running === '' ? [] : running.split(',').map(BigInt);
  const numbers = [BigInt(xmin) - 1n, ...inside, BigInt(xmax)];
  return (
    BigInt(xmin) <= BigInt(xmax) && numbers.every((one, index) => index === 0 || one > (numbers[index - 1] ?? one))
  );
};
