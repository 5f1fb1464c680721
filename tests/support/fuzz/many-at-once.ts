/** Does `one` `count` times, `atOnce` of them side by side. */
export async function manyAtOnce(atOnce: number, count: number, one: () => Promise<void>): Promise<void> {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
