import { lookAtEveryPage } from "./every-page.ts";

lookAtEveryPage(390);
