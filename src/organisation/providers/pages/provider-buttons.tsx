import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api } from "../../../platform/ui/api.ts";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { beginProvider, offeredProviders } from "../contract.ts";
import { keepReturn } from "./return.ts";

/** The municipality's own ways to sign in, where it has any: first on the page, since they are what most use. */
export function ProviderButtons({
  back,
  stays,
}: {
  /** Where one is going once one has signed in. */
  readonly back: string;
  /** Whether this computer is to be remembered. */
  readonly stays: boolean;
}) {
  const t = useTexts("organisation");
  const offered = useApi(offeredProviders, {}).data ?? [];
  const [problem, setProblem] = useState<unknown>();
  const [going, setGoing] = useState<string>();
  const go = async (provider: string) => {
    setProblem(undefined);
    setGoing(provider);
    try {
      // Asked once: each asking begins a sign-in of its own
      const { address } = await api(beginProvider, { params: { provider } });
      keepReturn({ back, stays });
      location.assign(address);
    } catch (cause) {
      setProblem(cause);
      setGoing(undefined);
    }
  };
  if (offered.length === 0) return null;
  return (
    <div className="stack providers">
      <ProblemPanel problem={problem} focus />
      <div className="row">
        {offered.map(({ id, name }) => (
          <Button key={id} loading={going === id} onClick={() => void go(id)}>
            {t("providers.sign-in", { name })}
          </Button>
        ))}
      </div>
      <p className="quiet">{t("providers.or")}</p>
    </div>
  );
}
