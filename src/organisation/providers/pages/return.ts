const KEPT = "tillit.sign-in";

interface Return {
  readonly back: string;
  readonly stays: boolean;
}

/** Kept in this tab while its person is at an identity provider: where one was going, and what one chose beside. */
export const keepReturn = (one: Return): void => sessionStorage.setItem(KEPT, JSON.stringify(one));

/** What was kept, once; the start page where there is nothing. */
export function takeReturn(): Return {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  try {
    const { back, stays } = JSON.parse(kept ?? "null") as Partial<Return>;
    return { back: typeof back === "string" ? back : "/", stays: stays === true };
  } catch {
    return { back: "/", stays: false };
  }
}
