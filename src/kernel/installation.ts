/**
 * What the installation's own rows are kept under, in the same tables as a municipality's and as apart from them: no municipality's
 * code is like it (docs/decisions/037-the-installation-is-kept-apart-too.md).
 */
export const INSTALLATION = "-";
