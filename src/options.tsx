import "./ui/styles.css";

import { mount } from "./ui/mount";
import { Options } from "./ui/options/options";

mount(<Options />, "Winnow: options");
