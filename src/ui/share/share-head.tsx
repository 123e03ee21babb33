import type { PublishHeader } from "../../core/lists/publish";

const FIELDS = [
  ["title", "Title", "Reply bots, by hand"],
  ["description", "What it is about", ""],
  ["author", "Your name, if you want to give one", ""],
  ["homepage", "Homepage", "https://…"],
  ["license", "Licence", "CC0-1.0"],
] as const;

interface ShareHeadProps {
  header: PublishHeader;
  onChange: (header: PublishHeader) => void;
}

/** What the list says of itself to those who look at it. */
export const ShareHead = ({ header, onChange }: ShareHeadProps) => (
  <fieldset class="grant-part">
    <legend>What it says of itself</legend>
    {FIELDS.map(([key, name, example]) => (
      <div class="field" key={key}>
        <label for={`share-head-${key}`}>{name}</label>
        <input
          id={`share-head-${key}`}
          class="input"
          maxLength={400}
          dir={key === "homepage" ? "ltr" : "auto"}
          value={header[key] ?? ""}
          placeholder={example}
          onInput={(event) => {
            const { [key]: _, ...rest } = header;
            const value = event.currentTarget.value;
            onChange(value === "" ? rest : { ...rest, [key]: value });
          }}
        />
      </div>
    ))}
    {header.homepage !== undefined && !/^https:\/\/\S+$/i.test(header.homepage) && (
      <p class="hint">
        A homepage is an address that starts with https://. This one would be left out by readers.
      </p>
    )}
  </fieldset>
);
