-- One database per service; they never read each other's.
CREATE DATABASE checkout;
CREATE DATABASE booking;
CREATE DATABASE dispatcher;
