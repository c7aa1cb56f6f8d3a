/** Only a place of our own: a link must not be able to send people elsewhere after they have signed in. */
export function safeBack(back: string | undefined): string {
  if (!back?.startsWith("/") || back.startsWith("//") || back.startsWith("/\\")) return "/";
  return back.startsWith("/logga-in") ? "/" : back;
}
