import { HealthLine, MODEL_WORDS } from "../components/health-line";
import { Section } from "../components/section";
import { useServices } from "../services";
import { useModelHealth } from "../use-model-health";
import { RequestLedger } from "./request-ledger";

const PROMISES: readonly string[] = [
  "Posts are read and judged on your device. Neither posts nor what you read ever leave it.",
  "The only requests are for the lists that you follow or look at. No account, no telemetry, no server of ours.",
  "Winnow reads only sites that you switched on.",
  "Nothing is hidden without a reason that you can see and undo.",
  "If a part fails, posts are shown.",
];

export const AboutSection = () => {
  const services = useServices();
  const { health, check } = useModelHealth();
  return (
    <Section id="about" title="About">
      <p>Winnow {services.version}. Your feed, your filter.</p>
      <ul class="promises">
        {PROMISES.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
      <dl>
        <HealthLine
          name="Model"
          health={health}
          words={MODEL_WORDS}
          action={{ label: "Try again", onClick: check }}
        />
      </dl>
      <RequestLedger />
    </Section>
  );
};
