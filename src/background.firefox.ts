import { classifierInWorker } from "./ml/in-worker";
import { startBackground } from "./platform/background/start";
import { asClassify } from "./platform/local-classifier";

startBackground(asClassify(classifierInWorker()));
