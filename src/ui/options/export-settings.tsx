import { writeBackup } from "../../core/settings/backup";
import { useServices } from "../services";
import { useReadSettings, useSettings } from "../use-settings";
import { messageOf } from "../words";

/** Everything that is stored, as one file that a person can read. */
export const useExport = () => {
  const services = useServices();
  const settings = useReadSettings();
  const { say } = useSettings();
  return () => {
    try {
      const now = new Date();
      services.download(`winnow-backup-${now.toISOString().slice(0, 10)}.json`, writeBackup(settings, now));
    } catch (error) {
      say(`The file was not written: ${messageOf(error)}`, true);
    }
  };
};

export const ExportSettings = () => {
  const save = useExport();
  return (
    <div class="part">
      <h3>Export</h3>
      <p>
        All your settings and rules as one JSON file. It holds no posts and no names of people but those in
        your rules.
      </p>
      <button type="button" class="button" onClick={save}>
        Export everything
      </button>
    </div>
  );
};
