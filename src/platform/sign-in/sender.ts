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

/** What is common to an office, or to a provider's customers in a place: roughly where somebody is, and not who. */
const NETWORK_BITS = { ipv4: 24, ipv6: 48 } as const;

/** The network that a sender lies in, "192.0.2.0/24"; empty for what is no address. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return "";
  const address = ipaddr.process(ip);
  const bits = NETWORK_BITS[address.kind()];
  const cidr = `${address.toString()}/${bits}`;
  const network =
    address.kind() === "ipv6"
      ? ipaddr.IPv6.networkAddressFromCIDR(cidr)
      : ipaddr.IPv4.networkAddressFromCIDR(cidr);
  return `${network.toString()}/${bits}`;
}
