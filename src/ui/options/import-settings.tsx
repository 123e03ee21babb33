import { useState } from "preact/hooks";

import { MAX_BACKUP, readBackup } from "../../core/settings/backup";
import type { Settings } from "../../core/settings/schema";
import { SITES } from "../../core/sites";
import { Confirm } from "../components/confirm";
import { Problem } from "../components/problem";
import { diffSettings } from "../diff-settings";
import { useReadSettings, useSettings } from "../use-settings";
import { messageOf } from "../words";

const siteName = (id: string): string => SITES.find((site) => site.id === id)?.name ?? id;

/** Settings from a file: looked at first, taken over only after a yes, and undoable then. */
export const ImportSettings = () => {
  const settings = useReadSettings();
  const { change, say } = useSettings();
  const [problem, setProblem] = useState<string | null>(null);
  const [offered, setOffered] = useState<Settings | null>(null);

  const read = async (file: File) => {
    setProblem(null);
    setOffered(null);
    try {
      // A text has no more units than its file has bytes, and at least a third of them.
      if (file.size > 3 * MAX_BACKUP) return setProblem("The file is too large to be a Winnow backup.");
      const backup = readBackup(await file.text());
      if (backup.ok) setOffered(backup.settings);
      else setProblem(backup.problem);
    } catch (error) {
      setProblem(`The file could not be read. ${messageOf(error)}`);
    }
  };

  const differences = offered ? diffSettings(settings, offered, siteName) : [];
  const takeOver = async (next: Settings) => {
    setOffered(null);
    await change("Settings from your file", () => next);
  };

  return (
    <div class="part">
      <h3>Import</h3>
      <p>You see what would change before anything does.</p>
      <label class="button file-button">
        Choose a file
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            // Emptied afterwards, so that the same file can be chosen again once it was mended.
            if (file) void read(file).then(() => (input.value = ""));
          }}
        />
      </label>
      {problem && <Problem>Nothing was changed. {problem}</Problem>}
      {offered && differences.length === 0 && (
        <Problem mild>This file holds the same settings as you have now. Nothing to change.</Problem>
      )}
      {offered && differences.length > 0 && (
        <Confirm
          question="Take over these settings?"
          yes="Take over"
          onYes={() => void takeOver(offered)}
          onNo={() => {
            setOffered(null);
            say("Nothing was changed.");
          }}
        >
          <ul class="differences">
            {differences.map(({ what, how }) => (
              <li key={what}>
                <strong>{what}</strong>: {how}
              </li>
            ))}
          </ul>
          <p class="hint">Your browser still asks before Winnow reads a site that it may not read yet.</p>
        </Confirm>
      )}
    </div>
  );
};
