// The last script of every screen: what is on it answers from now on.
import { ready } from "/static/workbench.js";

ready();
