/** What vite.config.ts makes of the chapters' texts: "budget/sv" and so on, each fetched when first asked for. */
declare module "virtual:messages" {
  const loaders: Readonly<Record<string, () => Promise<{ readonly default: Record<string, unknown> }>>>;
  export default loaders;
}
