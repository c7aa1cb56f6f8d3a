import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import { writtenText } from "../../platform/rules/written-text.ts";
import { BodyId, DayText, MayShape, NobodyTakesOver } from "../contract.ts";
import { PEOPLE } from "./kind.ts";
import { MAX_GIVEN_BY, MAX_NAME, MAX_PARTY, MAX_PLACE, MAX_TITLE, RoleName } from "./rules/posts.ts";

export const NoSuchPerson = problemKind("no-such-person", 404);
export const NoSuchPost = problemKind("no-such-post", 404);
export const TooManyPosts = problemKind("too-many-posts", 409);

const chapter = "organisation";
const keeps = { action: `edit:${PEOPLE.object}`, of: "council" } as const;

export const PersonId = z.string().min(1).max(100);
const PostId = z.string().min(1).max(100);
const OfPerson = z.object({ person: PersonId });
const OfPost = z.object({ post: PostId });

/** Words of names, titles, bodies: every one is somewhere in what is found. */
const Words = z.string().max(100);

/** So many answers stand under a field: who types on sees others. */
export const MOST_FOUND = 20;
export const MOST_NAMED = 100;
export const PEOPLE_A_PAGE = 50;

export const findPeople = route({
  id: "findPeople",
  method: "GET",
  path: "/people/found",
  chapter,
  summary:
    "Sök den som kan ansvara för något: de som har uppdrag den dagen, det egna organets folk först (§3.2)",
  query: z.object({
    q: Words.optional(),
    /** Whose people come first. */
    body: BodyId.optional(),
    /** The day on which they are to have a post; the day that is read on where it is left out. */
    on: DayText.optional(),
    /** Those alone who stand over the one who leads this body: the nearest manager of a manager. */
    above: BodyId.optional(),
  }),
  returns: z.object({
    people: z
      .array(z.object({ id: z.string(), name: z.string(), title: z.string(), bodyName: z.string() }))
      .max(MOST_FOUND),
    /** There are others: more words find them. */
    more: z.boolean(),
  }),
  answerName: "FoundPeople",
});

export const namePeople = route({
  id: "namePeople",
  method: "GET",
  path: "/people/named",
  chapter,
  summary: "Vad personer heter, efter deras id, och om de har uppdrag (§3.2)",
  query: z.object({
    /** Ids with commas between. */
    of: z.string().max(MOST_NAMED * 101),
  }),
  returns: z.array(z.object({ id: z.string(), name: z.string(), inOffice: z.boolean() })).max(MOST_NAMED),
  answerName: "NamedPeople",
});

const ListedPost = z.object({ title: z.string(), body: z.string(), bodyName: z.string(), role: RoleName });

export const PEOPLE_SHOWN = ["now", "coming", "former"] as const;

export const listRegister = route({
  id: "listPeople",
  method: "GET",
  path: "/people",
  chapter,
  summary: "Personer och deras uppdrag, sida för sida, sökta på namn, titel, organ och parti (§3.2)",
  query: z.object({
    q: Words.optional(),
    body: BodyId.optional(),
    role: RoleName.optional(),
    /** Those with posts today, those whose posts are to come, or those who have had posts; the last two for who keeps people in order. */
    who: z.enum(PEOPLE_SHOWN).default("now"),
    page: z.coerce.number().int().min(1).max(1000).default(1),
  }),
  returns: z.object({
    people: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          posts: z.array(ListedPost.extend({ party: z.string().nullable(), acting: z.boolean() })),
          /** The last day of a post that has ended, or the first of one to come. */
          day: DayText.nullable(),
          protectedIdentity: z.boolean(),
        }),
      )
      .max(PEOPLE_A_PAGE),
    total: z.number().int(),
    pages: z.number().int(),
    may: MayShape,
  }),
  answerName: "PeopleRegister",
});

/** A post with all that is known of it. */
export const PostView = z.object({
  id: z.string(),
  body: z.string(),
  bodyName: z.string(),
  role: RoleName,
  title: z.string(),
  validFrom: DayText,
  validTo: DayText.nullable(),
  party: z.string().nullable(),
  place: z.number().int().nullable(),
  /** The decision that gave it. */
  givenBy: z.string().nullable(),
  /** Acting: for whose post. */
  actingFor: z.object({ post: z.string(), title: z.string(), name: z.string() }).nullable(),
  /** Who acts for this post, while its holder is away. */
  actings: z.array(
    z.object({
      post: z.string(),
      person: z.string(),
      name: z.string(),
      from: DayText,
      to: DayText.nullable(),
    }),
  ),
});

export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  /** Whether the name is kept from the one who asks; what stands is the title. */
  nameHidden: z.boolean(),
  protectedIdentity: z.boolean(),
  erasedOn: DayText.nullable(),
  /** Where the person is reached; for the person, the nearest manager and who keeps people in order. */
  contact: z.string().nullable(),
  posts: z.array(PostView),
  /** The nearest managers today, by name. */
  managers: z.array(z.object({ id: z.string(), name: z.string() })),
  may: MayShape,
  /** Whether the one who asks may see all that is known of the person. */
  mayKnow: z.boolean(),
});
export type PersonView = z.output<typeof PersonView>;

export const getPerson = route({
  id: "getPerson",
  method: "GET",
  path: "/people/{person}",
  chapter,
  summary: "En person: uppdragen nu, förr och framöver, och vem som ersätter när någon är borta (§3.2)",
  params: OfPerson,
  returns: PersonView,
  problems: [NoSuchPerson],
});

const Contact = z.email().max(254);
const Name = writtenText(MAX_NAME);

/** What is said of a post that is given. */
const PostInput = z.object({
  body: BodyId,
  role: RoleName,
  title: writtenText(MAX_TITLE),
  validFrom: DayText,
  validTo: DayText.nullable(),
  party: writtenText(MAX_PARTY).optional(),
  place: z.number().int().min(1).max(MAX_PLACE).optional(),
  givenBy: writtenText(MAX_GIVEN_BY).optional(),
});

export const addPerson = route({
  id: "addPerson",
  method: "POST",
  path: "/people",
  chapter,
  allow: keeps,
  summary: "Lägg till en person med dess första uppdrag (§3.2)",
  body: z.object({ name: Name, contact: Contact.optional(), post: PostInput }),
  returns: PersonView,
});

export const correctPerson = route({
  id: "correctPerson",
  method: "POST",
  path: "/people/{person}/corrections",
  chapter,
  allow: keeps,
  summary: "Rätta vad en person heter och hur den nås (dataskyddsförordningen)",
  params: OfPerson,
  body: z.object({ name: Name, contact: Contact.nullable() }),
  returns: PersonView,
  problems: [NoSuchPerson],
});

export const protectPerson = route({
  id: "protectPerson",
  method: "POST",
  path: "/people/{person}/protection",
  chapter,
  allow: keeps,
  summary: "Ange eller ta bort skyddad identitet: namnet visas då bara för dem som behöver det",
  params: OfPerson,
  body: z.object({ protected: z.boolean() }),
  returns: PersonView,
  problems: [NoSuchPerson],
});

export const addPost = route({
  id: "addPost",
  method: "POST",
  path: "/people/{person}/posts",
  chapter,
  allow: keeps,
  summary:
    "Ge en person ett uppdrag från en dag; det som väntade på att uppdraget skulle tillsättas följer med (§3.2)",
  params: OfPerson,
  body: PostInput,
  returns: PersonView,
  problems: [NobodyTakesOver, NoSuchPerson, TooManyPosts],
});

export const changePost = route({
  id: "changePost",
  method: "POST",
  path: "/posts/{post}/changes",
  chapter,
  allow: keeps,
  summary: "Ändra ett uppdrags titel eller parti från en dag; det som gällde innan står kvar (§3.2)",
  params: OfPost,
  body: z.object({
    title: writtenText(MAX_TITLE),
    party: writtenText(MAX_PARTY).optional(),
    place: z.number().int().min(1).max(MAX_PLACE).optional(),
    givenBy: writtenText(MAX_GIVEN_BY).optional(),
    from: DayText,
  }),
  returns: PersonView,
  problems: [NoSuchPost, TooManyPosts],
});

/** What goes to whom when posts end. */
const Following = z.object({
  things: z.number().int(),
  /** The first of them, by whom they go to. */
  to: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      from: DayText,
      count: z.number().int(),
      names: z.array(z.string()),
    }),
  ),
});

export const previewEnding = route({
  id: "previewEnding",
  method: "GET",
  path: "/posts/{post}/ending",
  chapter,
  allow: keeps,
  summary: "Vad som går över till vem om ett uppdrag slutar en dag; inget ändras (§3.2)",
  params: OfPost,
  query: z.object({ on: DayText }),
  returns: Following,
  answerName: "WhatFollows",
  problems: [NobodyTakesOver, NoSuchPost],
});

export const endPostOn = route({
  id: "endPost",
  method: "POST",
  path: "/posts/{post}/ending",
  chapter,
  allow: keeps,
  summary:
    "Avsluta ett uppdrag efter en sista dag; det personen ansvarade för går samma dag över till efterträdaren eller närmaste chef (§3.2)",
  params: OfPost,
  body: z.object({
    /** The last day; null takes an end that has not come back. */
    on: DayText.nullable(),
  }),
  returns: PersonView,
  problems: [NobodyTakesOver, NoSuchPost],
});

export const leave = route({
  id: "leave",
  method: "POST",
  path: "/people/{person}/leaving",
  chapter,
  allow: keeps,
  summary: "Någon slutar: alla uppdrag tar slut efter en sista dag, och allt får en ny ansvarig (§3.2)",
  params: OfPerson,
  body: z.object({ on: DayText }),
  returns: PersonView,
  problems: [NobodyTakesOver, NoSuchPerson],
});

export const previewLeaving = route({
  id: "previewLeaving",
  method: "GET",
  path: "/people/{person}/leaving",
  chapter,
  allow: keeps,
  summary: "Vad som går över till vem om någon slutar en dag; inget ändras (§3.2)",
  params: OfPerson,
  query: z.object({ on: DayText }),
  returns: Following,
  answerName: "WhatFollows",
  problems: [NobodyTakesOver, NoSuchPerson],
});

export const addActing = route({
  id: "addActing",
  method: "POST",
  path: "/posts/{post}/acting",
  chapter,
  allow: keeps,
  summary: "Låt någon ha ett uppdrag som tillförordnad medan innehavaren är borta, från dag till dag (§3.2)",
  params: OfPost,
  body: z.object({
    person: PersonId,
    from: DayText,
    to: DayText,
    /** Who has decided it: "Kommunchefens beslut 2027-06-12". */
    givenBy: writtenText(MAX_GIVEN_BY),
  }),
  returns: PersonView,
  problems: [NoSuchPost, NoSuchPerson, TooManyPosts],
});

export const countOwnerless = route({
  id: "countOwnerless",
  method: "GET",
  path: "/people/ownerless",
  chapter,
  allow: keeps,
  summary:
    "Hur mycket som saknar ansvarig, och hur mycket som nyligen har bytt ansvarig för att ett uppdrag slutade (§3.2)",
  returns: z.object({
    /** Things whose holder has no post: none, since what somebody has goes on the day that the post ends. */
    ownerless: z.number().int(),
    held: z.number().int(),
    /** What goes over on a later day because a post ends then. */
    toCome: z.number().int(),
    /** What has come to somebody who has not ticked it off. */
    unseen: z.number().int(),
  }),
  answerName: "OwnerlessCount",
});
