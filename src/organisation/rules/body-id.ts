import { z } from "zod";

/** What a body of the municipality is known by, in addresses and in what is stored. */
export const BodyId = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, { message: "ska vara en nämnds, styrelses eller enhets id" });
