import { expect, test } from "vitest";
import { networkOf } from "./senders.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
  ["2001:db8:1:2:ffff::1", "2001:db8:1:2::"],
  ["2001:db8:1:3::1", "2001:db8:1:3::"],
  ["::1", "::"],
])("T-5: requests from %s are counted with those of %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
