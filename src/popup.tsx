import "./ui/styles.css";

import { Page } from "./ui/page";
import { Popup } from "./ui/popup/popup";

const PopupPage = () => (
  <Page>
    <Popup />
  </Page>
);

export default PopupPage;
