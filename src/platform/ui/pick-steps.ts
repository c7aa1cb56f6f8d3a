const PAGE = 10;

/** Where a key goes to from an option in a list; undefined for a key that goes nowhere. It stops at the ends. */
export function stepTo(key: string, at: number, count: number): number | undefined {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), Math.max(count - 1, 0));
}

/** The next option that begins with what has been typed, from where one stands; one letter again and again goes on to the next. */
export function typedTo(names: readonly string[], typed: string, at: number): number | undefined {
  const text = typed.toLocaleLowerCase("sv");
  const again = text.length > 1 && [...text].every((letter) => letter === text[0]);
  const start = text.length === 1 || again ? at + 1 : at;
  const wanted = again ? (text[0] as string) : text;
  for (let i = 0; i < names.length; i++) {
    const index = (start + i) % names.length;
    if (names[index]?.toLocaleLowerCase("sv").startsWith(wanted)) return index;
  }
  return undefined;
}
