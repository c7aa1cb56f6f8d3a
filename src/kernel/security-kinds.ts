/**
 * What happens at the door. `signed-in`, `signed-out`; `sign-in-failed`: a wrong password; `sign-in-delayed`: one that had to
 * wait; `spraying`: one password, or one sender, at many addresses; `refused`: somebody who may not; `session-refused`: a session
 * that has ended; `token-refused`, `token-made`, `token-ended`: a program's; `invited`, `link-asked`, `link-refused`: links to choose a
 * password by; `code-failed`, `passkey-failed`, `recovery-used`: second factors at sign-in; `factor-added`, `factor-removed`;
 * `account-shut`, `account-opened`; `sessions-ended`: by somebody else than who signs out; `password-set`, `rights-changed`: who may get
 * in, and what they may; `sample-public`: a start with a sample that
 * is open for all; `host-changed`; `secret-opened`: somebody has read what is secret by law; `evidence-opened`: a file of what a control found;
 * `handover-key`, `handover-ordered`, `handover-fetched`: the municipality's own data as a file, which key it is sealed to, and who has taken it;
 * `log-exported`: somebody has taken the change log out as a file; `more`: so many that were not written, since they came too fast.
 */
export const SECURITY_KINDS = [
  "signed-in",
  "signed-out",
  "sign-in-failed",
  "sign-in-delayed",
  "spraying",
  "refused",
  "session-refused",
  "token-refused",
  "token-made",
  "token-ended",
  "invited",
  "link-asked",
  "link-refused",
  "code-failed",
  "passkey-failed",
  "recovery-used",
  "factor-added",
  "factor-removed",
  "account-shut",
  "account-opened",
  "sessions-ended",
  "password-set",
  "rights-changed",
  "sample-public",
  "host-changed",
  "secret-opened",
  "evidence-opened",
  "log-exported",
  "handover-key",
  "handover-ordered",
  "handover-fetched",
  "more",
] as const;
export type SecurityKind = (typeof SECURITY_KINDS)[number];
