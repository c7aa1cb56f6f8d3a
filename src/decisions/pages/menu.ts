import { ACCOUNT } from "../../organisation/accounts/kind.ts";
import { HANDOVER } from "../../organisation/handover/kind.ts";
import { ORGANISATION, SECURITY_LOG } from "../../organisation/kind.ts";
import { MANDATE } from "../../organisation/mandates/kind.ts";
import { PEOPLE } from "../../organisation/people/kind.ts";
import { PROVIDER } from "../../organisation/providers/kind.ts";
import { SERVICE_ACCOUNT } from "../../organisation/service-accounts/kind.ts";
import type { ChapterMenu } from "../../platform/ui/chapter-menu.ts";
import { ASSIGNMENT } from "../assignments/kind.ts";

export const decisionsMenu: ChapterMenu = {
  id: "decisions",
  path: "/beslut",
  names: { sv: "Beslut och ansvar", en: "Decisions" },
  also: { sv: "protokoll ärenden", en: "responsibility minutes matters" },
  cite: "§3",
  pages: [
    { address: "/beslut", names: { sv: "Alla beslut", en: "All decisions" } },
    {
      address: ASSIGNMENT.address.all,
      names: ASSIGNMENT.names,
      also: { sv: "återrapportering uppdragslista gett fått", en: "asked to do report back" },
    },
    {
      address: "/beslut/mandat",
      names: { sv: "Vem får besluta vad", en: "Who may decide what" },
      also: { sv: "mandat delegation befogenhet", en: "mandates delegation" },
    },
    {
      address: "/beslut/mandat/ny",
      names: { sv: "Ny befogenhet", en: "New mandate" },
      also: { sv: "ge mandat delegera", en: "give a mandate delegate" },
      to: { council: `edit:${MANDATE.object}` },
      aside: true,
    },
    {
      address: "/beslut/mandat/prova",
      names: { sv: "Vem får …?", en: "Who may …?" },
      also: { sv: "pröva mandat befogenhet", en: "try mandate" },
      to: "signed-in",
      aside: true,
    },
    {
      address: "/beslut/begaran",
      names: { sv: "Begäran", en: "Requests" },
      also: { sv: "be någon fråga om hjälp ombedd", en: "ask somebody" },
      to: "signed-in",
    },
    {
      address: "/beslut/organisation",
      names: { sv: "Organisationen", en: "The organisation" },
      also: { sv: "nämnder förvaltningar enheter bolag personer", en: "committees units people" },
    },
    {
      address: "/beslut/organisation/andra",
      names: { sv: "Ändra organisationen", en: "Change the organisation" },
      also: { sv: "omorganisation slå ihop flytta", en: "reorganise merge move" },
      to: { council: `edit:${ORGANISATION.object}` },
    },
    {
      address: "/beslut/organisation/tabell",
      names: { sv: "Organisationen som tabell", en: "The organisation as a table" },
      also: { sv: "organ enheter excel csv inläsning", en: "bodies units excel csv import" },
      to: { council: `edit:${ORGANISATION.object}` },
      aside: true,
    },
    {
      address: "/beslut/personer",
      names: { sv: "Personer och uppdrag", en: "People and posts" },
      also: { sv: "anställda förtroendevalda ersättare tillförordnad", en: "staff elected acting posts" },
      to: "signed-in",
    },
    {
      address: "/beslut/personer/mandatperiod",
      names: { sv: "Ny mandatperiod", en: "New mandate period" },
      also: { sv: "förtroendevalda val nämnder ledamöter", en: "elected election committees members" },
      to: { council: `edit:${PEOPLE.object}` },
      aside: true,
    },
    {
      address: "/beslut/personer/tabell",
      names: { sv: "Personer och uppdrag som tabell", en: "People and posts as a table" },
      also: { sv: "excel csv inläsning", en: "excel csv import" },
      to: { council: `edit:${PEOPLE.object}` },
      aside: true,
    },
    {
      address: "/beslut/personer/gallring",
      names: { sv: "Hur länge uppgifter om personer sparas", en: "How long people's details are kept" },
      also: { sv: "gallring personuppgifter dataskydd", en: "retention personal data" },
      to: { council: `edit:${PEOPLE.object}` },
      aside: true,
    },
    {
      address: "/beslut/overtaget",
      names: { sv: "Det du har tagit över", en: "What you have taken over" },
      to: "signed-in",
      aside: true,
    },
    {
      address: "/beslut/kedjan",
      names: { sv: "Beslutskedjan", en: "The chain of decisions" },
      also: { sv: "kontrollsumma säkerhet", en: "verify hash" },
    },
    {
      address: "/beslut/samma",
      names: { sv: "Samma från år till år", en: "The same from year to year" },
      to: "signed-in",
    },
    {
      address: "/beslut/andringar",
      names: { sv: "Ändringsloggen", en: "The change log" },
      also: { sv: "ändringar vem ändrade", en: "changes who changed" },
      to: "signed-in",
    },
    {
      address: "/beslut/konton",
      names: { sv: "Konton", en: "Accounts" },
      also: { sv: "inbjudan lösenord andra steget brev", en: "invitations passwords second step letters" },
      to: { council: `manage:${ACCOUNT.object}` },
    },
    {
      address: "/beslut/sakerhet",
      names: { sv: "Säkerhetslogg", en: "Security log" },
      also: { sv: "inloggningar", en: "sign-ins" },
      to: { council: `read:${SECURITY_LOG.object}` },
    },
    {
      address: "/beslut/inloggning",
      names: { sv: "Identitetstjänster", en: "Identity providers" },
      also: { sv: "inloggning openid connect entra sso", en: "sign-in openid connect entra sso" },
      to: { council: `manage:${PROVIDER.object}` },
    },
    {
      address: "/beslut/tjanstekonton",
      names: { sv: "Tjänstekonton", en: "Service accounts" },
      also: { sv: "nycklar api program", en: "tokens api programs" },
      to: { council: `manage:${SERVICE_ACCOUNT.object}` },
    },
    {
      address: "/beslut/utlamning",
      names: { sv: "Utlämning", en: "Handover" },
      also: { sv: "export flytta kommunens uppgifter nyckel", en: "export move the municipality's data key" },
      to: { council: `manage:${HANDOVER.object}` },
    },
  ],
};
