/** A shape that nobody writes in, all the way down: what rules read of what a Zod shape describes. */
export type ReadOnly<T> = T extends object ? { readonly [Key in keyof T]: ReadOnly<T[Key]> } : T;
