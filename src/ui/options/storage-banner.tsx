import { Problem } from "../components/problem";
import { useSettings } from "../use-settings";

/** Says at the top that stored settings were broken, and where they are now. */
export const StorageBanner = () => {
  const { storage } = useSettings();
  if (storage.state !== "failed") return null;
  return (
    <Problem>
      Some of what Winnow had stored could not be read, so it uses its first settings. Nothing was thrown
      away: <a href="#data">see what was kept</a>.
    </Problem>
  );
};
