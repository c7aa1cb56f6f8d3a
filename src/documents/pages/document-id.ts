/** An id from a title, unlike those that are taken: "Policy för inköp" → "policy-for-inkop". */
export function idFromTitle(title: string, taken: readonly string[]): string {
  const plain =
    title
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 50)
      .replace(/^-+|-+$/g, "") || "dokument";
  for (let number = 1; ; number++) {
    const id = number === 1 ? plain : `${plain}-${number}`;
    if (!taken.includes(id) && !RESERVED.includes(id)) return id;
  }
}

/** Addresses under /dokument that are pages of their own. */
const RESERVED: readonly string[] = ["ny", "lag"];
