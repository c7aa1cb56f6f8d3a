/** Asks again only when what was found is older than that: for what costs, or changes slowly. */
export function keptFor<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let last: { readonly atMs: number; readonly answer: Promise<T> } | undefined;
  return () => {
    const nowMs = performance.now();
    if (last && nowMs - last.atMs < ms) return last.answer;
    const answer = ask();
    last = { atMs: nowMs, answer };
    answer.catch(() => {
      if (last?.answer === answer) last = undefined; // what failed is asked anew
    });
    return answer;
  };
}
