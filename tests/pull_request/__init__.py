"""Pull requests: judged over real repositories, told through a GitHub that stands in this process."""
