import "../ui/styles.css";

import { mount } from "../ui/mount";
import { Welcome } from "../ui/welcome/welcome";

mount(<Welcome />, "Welcome to Winnow");
