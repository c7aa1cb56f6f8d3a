import { PopulationPage } from "../../population/pages/population-page.tsx";
import { UseInBudget } from "./use-in-budget.tsx";

/** Befolkning, with what the budget can take from it (E-3). */
export const ForecastPage = () => <PopulationPage after={(line) => <UseInBudget line={line} />} />;
