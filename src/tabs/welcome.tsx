import "../ui/styles.css";

import { Page } from "../ui/page";
import { Welcome } from "../ui/welcome/welcome";

const WelcomePage = () => (
  <Page>
    <Welcome />
  </Page>
);

export default WelcomePage;
