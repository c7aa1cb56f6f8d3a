/** Which browser says what, the particular before what the others say too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\b(OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];
const MAX_READ = 500;

/** What a browser calls itself, in words that its person knows: "Firefox, Windows". Empty where it says nothing known. */
export function browserName(agent: string | undefined): string {
  const said = agent?.slice(0, MAX_READ) ?? "";
  return [BROWSERS, SYSTEMS]
    .map((known) => known.find(([sign]) => sign.test(said))?.[1])
    .filter((one) => one !== undefined)
    .join(", ");
}
