import { startBackground } from "./platform/background/start";
import { offscreenClassify } from "./platform/offscreen";

// A service worker is stopped after half a minute: the model lives in the offscreen document.
startBackground(offscreenClassify);
