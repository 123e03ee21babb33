import "./ui/styles.css";

import { Page } from "./ui/page";
import { Options } from "./ui/options/options";

const OptionsPage = () => (
  <Page>
    <Options />
  </Page>
);

export default OptionsPage;
