import { Page } from "../../../platform/ui/page.tsx";
export function StartPage() {
  return (
    <Page title="…">
      <p />
    </Page>
  );
}
