import { expect, test } from "vitest";
import { browserName } from "./browser-name.ts";
import { networkOf } from "./sender.ts";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    "Edge, Windows",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    "Chrome, Windows",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari, iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
    "Samsung Internet, Android",
  ],
  ["curl/8.5.0", ""],
  [undefined, ""],
])("T-2: a session is known by its browser: %s", (agent, name) => {
  expect(browserName(agent)).toBe(name);
});

test("T-2: and by the network that it comes from, which is nobody's own", () => {
  expect(["192.0.2.77", "::ffff:192.0.2.77", "2001:db8:1:2:3::4", "inget"].map(networkOf)).toEqual([
    "192.0.2.0/24",
    "192.0.2.0/24",
    "2001:db8:1::/48",
    "",
  ]);
});
