import { type Remark, remark } from "../../../kernel/remark.ts";

interface BudgetBodies {
  readonly input: { readonly bodies: readonly string[] };
  readonly investments: readonly { readonly body: string }[];
}

/** Money is allocated to bodies that there are, and to no other name (E-1). */
export function unknownBodyRemarks({ input, investments }: BudgetBodies, known: readonly string[]): Remark[] {
  const unknown = (body: string, at: string) =>
    known.includes(body) ? [] : [remark("stops", "allocated-to-nobody", "§2.2", { body }, at)];
  return [
    ...input.bodies.flatMap((body, i) => unknown(body, `input.bodies.${i}`)),
    ...investments.flatMap(({ body }, i) => unknown(body, `investments.${i}.body`)),
  ];
}
