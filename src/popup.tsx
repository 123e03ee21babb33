import "./ui/styles.css";

import { mount } from "./ui/mount";
import { Popup } from "./ui/popup/popup";

mount(<Popup />, "Winnow");
