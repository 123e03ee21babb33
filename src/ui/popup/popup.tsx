import { useSettings } from "../use-settings";
import { Brand } from "../components/brand";
import { NoticeBar } from "../components/notice-bar";
import { Problem } from "../components/problem";
import { WhenRead } from "../components/when-read";
import { useServices } from "../services";
import { useStatus } from "../use-status";
import { messageOf } from "../words";
import { HealthList } from "./health-list";
import { NoSite } from "./no-site";
import { QuickStrictness } from "./quick-strictness";
import { ThisSite } from "./this-site";

const Head = () => {
  const services = useServices();
  const { say } = useSettings();
  return (
    <header class="popup-head">
      <Brand size={24} />
      <h1>Winnow</h1>
      <button
        type="button"
        class="link"
        onClick={() => {
          services
            .openOptions()
            .catch((error: unknown) => say(`The options did not open: ${messageOf(error)}`, true));
        }}
      >
        Options
      </button>
    </header>
  );
};

/** What Winnow does on the tab behind it. */
export const Popup = () => {
  const { tabId, status, failure, refresh } = useStatus();
  // What is broken explains the rest of the popup, so it comes first.
  const broken =
    status && [status.reader, status.model, status.storage].some(({ state }) => state === "failed");
  return (
    <div class="popup">
      <Head />
      <main>
        <WhenRead>
          {failure && !status ? (
            <Problem action={{ label: "Try again", onClick: refresh }}>
              Winnow does not answer, so posts are shown as they are. {failure}
            </Problem>
          ) : tabId === undefined ? (
            <p class="hint popup-waiting" role="status">
              Looking at this tab…
            </p>
          ) : status?.site && tabId !== null ? (
            <ThisSite
              key={status.site.id}
              tabId={tabId}
              site={status.site}
              status={status}
              refresh={refresh}
            />
          ) : (
            <NoSite />
          )}
          {broken && <HealthList status={status} refresh={refresh} />}
          <QuickStrictness />
          {status && !broken && <HealthList status={status} refresh={refresh} />}
        </WhenRead>
      </main>
      <NoticeBar />
    </div>
  );
};
