import { type ComponentType, createContext, use } from "react";
import type { BodyView } from "../../pages/use-session.ts";

/** What the chapters above know of a body: its goals, money, reports, controls and documents. The shell fills it. */
export type BodyParts = ComponentType<{ readonly body: BodyView; readonly year: number }>;

const Context = createContext<BodyParts | undefined>(undefined);

export const BodyPartsProvider = Context.Provider;
export const useBodyParts = (): BodyParts | undefined => use(Context);

const CodesContext = createContext<BodyParts | undefined>(undefined);

/** What the chapter of the accounts adds to a body's codes: those that nobody has, to be taken there. The shell fills it. */
export const BodyCodesProvider = CodesContext.Provider;
export const useBodyCodes = (): BodyParts | undefined => use(CodesContext);
