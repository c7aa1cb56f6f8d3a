import ipaddr from "ipaddr.js";

/** The half of an IPv6 address that a household or an office is given whole. */
const GIVEN_BITS = 64;

/**
 * Whom a request comes from, as far as one can tell: its IPv4 address, or the network of its IPv6 address, of which the rest is
 * the sender's own to change at will.
 */
export function senderOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address.kind() === "ipv6"
    ? `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${GIVEN_BITS}`).toString()}/${GIVEN_BITS}`
    : address.toString();
}
