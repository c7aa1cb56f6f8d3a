/**
 * What a record itself has under a key, whatever text the key is. Every object has "constructor" and "valueOf" from elsewhere:
 * a body or an account with such an id must find nothing but its own.
 */
export const ownValue = <T>(
  record: Readonly<Record<string, T>> | undefined | null,
  key: string,
): T | undefined => (record != null && Object.hasOwn(record, key) ? record[key] : undefined);
