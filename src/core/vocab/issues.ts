import * as v from "valibot";

const sentence = (issue: v.BaseIssue<unknown>): string => {
  if (issue.type === "strict_object" && issue.expected === "never") return "Winnow does not know this field.";
  if (issue.received === "undefined") return "this field is missing.";
  // A schema's own words, where it gives some, are better than what can be said of any type.
  if (!issue.message.startsWith("Invalid ")) return issue.message;
  return issue.expected
    ? `it must be ${issue.expected.replaceAll(" | ", " or ")}, not ${issue.received.slice(0, 80)}.`
    : issue.message;
};

/** A schema's complaint as one sentence that begins with the path of the field, such as `policy.strictness: …`. */
export const describeIssue = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue);
  return path ? `${path}: ${sentence(issue)}` : sentence(issue);
};
