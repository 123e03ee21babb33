import * as v from "valibot";

/** Where on a site a post stands. `other` is a page that the site's data does not name. */
export const SURFACES = ["home", "thread", "profile", "search", "notifications", "other"] as const;

export const SurfaceSchema = v.picklist(SURFACES);

export type Surface = v.InferOutput<typeof SurfaceSchema>;
