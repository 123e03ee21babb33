import * as v from "valibot";

/** A schema's complaint as one sentence that begins with the path of the field, such as `policy.strictness: …`. */
export const describeIssue = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue);
  return path ? `${path}: ${issue.message}` : issue.message;
};
